namespace Toolkit.Reading;

/// <summary>What an address may lead to.</summary>
[Flags]
internal enum AddressKinds
{
    /// <summary>A page that comes over an encrypted line.</summary>
    Https = 1,

    /// <summary>A page that comes over an open line: taken with a warning.</summary>
    Http = 2,

    /// <summary>A mail to write.</summary>
    Mailto = 4,

    /// <summary>A number to call.</summary>
    Tel = 8,

    /// <summary>A number to text.</summary>
    Sms = 16,

    /// <summary>All that a link in the text may lead to.</summary>
    Link = Https | Http | Mailto | Tel | Sms,
}
