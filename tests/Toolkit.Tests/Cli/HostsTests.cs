using System.Diagnostics;
using Toolkit.Cli;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Cli;

/// <summary>
/// Real servers with what <c>toolkit headers</c> prints for them: they serve what was built, with all headers, at the root of a
/// host and under a path.
/// </summary>
public sealed class HostsTests
{
    private const int Limit = 120_000;

    [Theory(Timeout = Limit)]
    [InlineData("nginx", "")]
    [InlineData("nginx", "/guides/partnership")]
    [InlineData("apache", "")]
    [InlineData("apache", "/guides/partnership")]
    [InlineData("caddy", "")]
    [InlineData("caddy", "/guides/partnership")]
    public async Task A_server_with_the_printed_configuration_serves_what_was_built(string host, string path)
    {
        using var site = new SiteRun();
        site.WithPage("tools/áccents und spaces.md", "Some text.");
        site.With("handout.txt", "Kept as it is.\n");
        // A page for missing addresses in each language.
        site.With("settings.yml", SiteRun.Settings + "Languages: [en, es]\n");
        await site.Build("-s", $"LinkRoot={path}");
        Assert.Equal(ExitCode.Done, site.ExitCode);
        await site.Run("headers", host, "-s", $"LinkRoot={path}");
        Assert.Equal(ExitCode.Done, site.ExitCode);
        using var server = await Server.StartAsync(host, site.Console, site.Output, path);

        await site.Run("check", "--live", $"{server.Address}{path}/", "-s", $"LinkRoot={path}");

        Assert.EndsWith(": all the same.\n", site.Console, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, site.ExitCode);
        using var client = new HttpClient();
        var asset = site.Files.First(f => f.StartsWith("assets/site.", StringComparison.Ordinal));
        Assert.Equal(["public, max-age=31536000, immutable"], await Keep(client, $"{server.Address}{path}/{asset}"));
        Assert.Equal(["no-cache"], await Keep(client, $"{server.Address}{path}/index.html"));
        // A script that comes with the next version must not be missing for a year.
        Assert.Equal(["no-cache"], await Keep(client, $"{server.Address}{path}/assets/site.0123456789.js"));
    }

    [Fact(Timeout = Limit)]
    public async Task A_server_that_was_told_nothing_is_found_out()
    {
        using var site = new SiteRun();
        await site.Build();
        using var server = await Server.StartAsync("nginx", "", site.Output, "");

        await site.Run("check", "--live", $"{server.Address}/");

        Assert.Contains("Content-Security-Policy is missing; it should be: default-src 'none'", site.Console, StringComparison.Ordinal);
        Assert.Contains("X-Content-Type-Options is missing; it should be: nosniff (and of ", site.Console, StringComparison.Ordinal);
        Assert.Contains("Cross-Origin-Opener-Policy is missing; it should be: same-origin", site.Console, StringComparison.Ordinal);
        Assert.Contains("Cross-Origin-Resource-Policy is missing; it should be: same-origin", site.Console, StringComparison.Ordinal);
        Assert.Contains("404.html is not the file that was built", site.Console, StringComparison.Ordinal);
        Assert.Equal(ExitCode.ContentErrors, site.ExitCode);
    }

    [Fact(Timeout = Limit)]
    public async Task An_unknown_host_is_refused_with_those_that_are_known()
    {
        using var site = new SiteRun();

        await site.Run("headers", "geocities");

        Assert.Contains("'nginx'", site.Console, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongCommandLine, site.ExitCode);
    }

    private static async Task<IEnumerable<string>> Keep(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        return answer.Headers.GetValues("Cache-Control");
    }

    /// <summary>A server on this computer, on a port of its own, with all its files in a folder of its own.</summary>
    private sealed class Server : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly Process _process;

        private Server(string host, string configuration, string output, string path)
        {
            Port = Ports.Free();
            var root = Path.Combine(_folder.Path, "www");
            Directory.CreateDirectory(root);
            CopyTo(output, path.Length == 0 ? root : root + path);
            var (program, arguments) = host switch
            {
                "nginx" => ("nginx", new[] { "-p", _folder.Path, "-e", "stderr", "-c", Write("nginx.conf", Nginx(configuration, root)) }),
                "apache" => ("apache2", ["-d", _folder.Path, "-X", "-f", Write("httpd.conf", Apache(configuration, root))]),
                _ => ("caddy", ["run", "--adapter", "caddyfile", "--config", Write("Caddyfile", Caddy(configuration, root))]),
            };
            var start = new ProcessStartInfo(Programs.Need(program), arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
            foreach (var name in new[] { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME" })
            {
                start.Environment[name] = _folder.Path;
            }

            _process = Process.Start(start)!;
            _process.OutputDataReceived += (_, e) => Said += e.Data + "\n";
            _process.ErrorDataReceived += (_, e) => Said += e.Data + "\n";
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        public string Address => $"http://127.0.0.1:{Port}";

        private int Port { get; }

        private string Said { get; set; } = "";

        public static async Task<Server> StartAsync(string host, string configuration, string output, string path)
        {
            var server = new Server(host, configuration, output, path);
            if (await Ports.ListensAsync(server.Port, () => !server._process.HasExited))
            {
                return server;
            }

            var said = server.Said;
            server.Dispose();
            throw new InvalidOperationException($"{host} did not start:\n{said}");
        }

        public void Dispose()
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit();
            }

            _process.Dispose();
            _folder.Dispose();
        }

        /// <summary>Servers that were started by the administrator read files as somebody else, who must be let in.</summary>
        private void CopyTo(string output, string target)
        {
            foreach (var file in Directory.GetFiles(output, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(target, Path.GetRelativePath(output, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
            }
        }

        private string Write(string name, string text)
        {
            File.WriteAllText(_folder.File(name), text);
            return _folder.File(name);
        }

        private string Nginx(string configuration, string root) => $$"""
            daemon off;
            master_process off;
            pid {{_folder.Path}}/nginx.pid;
            events {}
            http {
              include /etc/nginx/mime.types;
              access_log off;
              client_body_temp_path {{_folder.Path}};
              proxy_temp_path {{_folder.Path}};
              fastcgi_temp_path {{_folder.Path}};
              uwsgi_temp_path {{_folder.Path}};
              scgi_temp_path {{_folder.Path}};
              server {
                listen 127.0.0.1:{{Port}};
                root {{root}};
            {{configuration}}
              }
            }
            """;

        private string Apache(string configuration, string root) => $"""
            {string.Join('\n', new[] { "mpm_event", "authz_core", "dir", "mime", "headers" }.Select(m => $"LoadModule {m}_module /usr/lib/apache2/modules/mod_{m}.so"))}
            {(Environment.IsPrivilegedProcess ? "User www-data\nGroup www-data" : "")}
            ServerName localhost
            Listen 127.0.0.1:{Port}
            PidFile {_folder.Path}/apache.pid
            DefaultRuntimeDir {_folder.Path}
            ErrorLog /dev/stderr
            TypesConfig /etc/mime.types
            DocumentRoot {root}
            <Directory {root}>
            Require all granted
            {configuration}
            </Directory>
            """;

        private string Caddy(string configuration, string root) => $$"""
            {
              admin off
              auto_https off
                      }
            http://127.0.0.1:{{Port}} {
            root * {{root}}
            file_server
            {{configuration}}
            }
            """;
    }
}
