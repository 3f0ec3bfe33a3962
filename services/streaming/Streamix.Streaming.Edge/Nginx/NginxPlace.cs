namespace Streamix.Streaming.Edge.Nginx;

/// <summary>Where nginx, its njs module and the programs that start it are.</summary>
internal sealed record NginxPlace(string Nginx, string Module, string SetSid, string SetPriv)
{
    private const string ModuleFile = "ngx_http_js_module.so";
    private static readonly string[] ProgramFolders = ["/usr/sbin", "/usr/local/sbin", "/usr/local/nginx/sbin", "/usr/bin", "/usr/local/bin", "/bin", "/sbin"];

    private static readonly string[] ModuleFolders =
        ["/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", "/usr/share/nginx/modules", "/etc/nginx/modules", "/usr/local/nginx/modules", "/usr/local/lib/nginx/modules"];

    /// <exception cref="NginxMissingException">One of them is not there; the message says what to install.</exception>
    public static NginxPlace Find(EdgeOptions options) => new(
        FindProgram(options.Nginx, "nginx", "Edge:Nginx") ?? throw new NginxMissingException(
            "nginx is not installed: it serves the segments. On Debian and Ubuntu: apt-get install nginx-light libnginx-mod-http-js. If it is elsewhere, set Edge:Nginx to its path."),
        FindModule(options.Module) ?? throw new NginxMissingException(
            $"nginx's njs module ({ModuleFile}) is not installed: it checks the tokens. On Debian and Ubuntu: apt-get install libnginx-mod-http-js. If it is elsewhere, set Edge:Module to its path."),
        FindProgram("", "setsid", "") ?? throw new NginxMissingException("setsid is not installed: it keeps nginx's processes together. On Debian and Ubuntu: apt-get install util-linux."),
        FindProgram("", "setpriv", "") ?? throw new NginxMissingException("setpriv is not installed: it ends nginx with this process. On Debian and Ubuntu: apt-get install util-linux."));

    private static string? FindProgram(string told, string name, string key)
    {
        if (told.Length > 0)
            return File.Exists(told) ? told : throw new NginxMissingException($"There is no {name} at {told}, which {key} names.");
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(ProgramFolders);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    private static string? FindModule(string told)
    {
        if (told.Length > 0)
            return File.Exists(told) ? told : throw new NginxMissingException($"There is no njs module at {told}, which Edge:Module names.");
        return ModuleFolders.Select(folder => Path.Combine(folder, ModuleFile)).FirstOrDefault(File.Exists);
    }
}
