using System.Text.RegularExpressions;

namespace Toolkit.Reading;

/// <summary>
/// Files that programs leave beside the ones that people work on. Some name people, some hold what was deleted; none is
/// content.
/// </summary>
public static partial class LeftOvers
{
    /// <summary>
    /// Whether an editor, an office program, version control or a system made this, for itself: hidden files, backups, locks,
    /// half-written files. They come and go while people work, so nobody is told.
    /// </summary>
    /// <param name="name">Of a file or folder.</param>
    public static bool IsLeftOver(string name) => Program().IsMatch(name);

    /// <summary>
    /// Whether this is a second copy of something, as programs that keep folders alike make them when two people write at once,
    /// or as file managers make them. Either may be the one that was meant, so somebody should look.
    /// </summary>
    /// <param name="name">Of a file or folder.</param>
    /// <param name="beside">All names in the same folder, whatever the case of their letters.</param>
    public static bool IsCopy(string name, IReadOnlySet<string> beside) =>
        Conflict().IsMatch(name)
        || (Copy().Match(name) is { Success: true } copy && beside.Contains(copy.Groups["name"].Value + copy.Groups["ending"].Value))
        || (CopyOf().Match(name) is { Success: true } of && beside.Contains(of.Groups["name"].Value));

    // Hidden · Emacs, vi, nano, gedit · Word, LibreOffice · merges and patches · JetBrains, macOS, Vim's trial file · Windows, macOS, disks
    [GeneratedRegex(
        """
        ^\. | ~$ | ^\#.*\#$
        | ^~\$ | ^~wr[ldas]\d+ | ^lu\d+\w*\.tmp$
        | \.(orig|rej|bak|backup|old|sav|save|swp|swo|swn|tmp|temp|part|partial|crdownload|download|lck|lock|mine|autosave|asd|wbk)$
        | \.r\d+$ | _(backup|base|local|remote)_\d+(\.\w+)?$
        | ___jb_(tmp|old|bak)___$ | \.sb-[0-9a-f]{8}-\w+$ | ^4913$
        | ^(thumbs|ehthumbs|ehthumbs_vista)\.db(:encryptable)?$ | ^desktop\.ini$ | ^icon\r$ | ^__macosx$ | ^\$recycle\.bin$
        | ^system\ volume\ information$ | ^lost\+found$ | ^cvs$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Program();

    // Dropbox, Nextcloud, Box · Syncthing · Windows.
    [GeneratedRegex(@"\bconflict(ed|ing)?[ _-]copy\b|\(conflict(ed)?\b[^)]*\)|\.sync-conflict-\d|\bcase conflict\b| - copy( \(\d+\))?(\.[^.]*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Conflict();

    // Browsers, Google Drive, macOS, GNOME.
    [GeneratedRegex(@"^(?<name>.+?)( ?\(\d{1,3}\)| copy( \d+)?| \((another |\d+\w\w )?copy\))(?<ending>\.[^.]*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Copy();

    [GeneratedRegex("^copy of (?<name>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CopyOf();
}
