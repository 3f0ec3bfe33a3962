namespace Streamix.Streaming.Edge.Nginx;

/// <summary>What lies where in the edge's folder.</summary>
internal sealed class EdgeFolder(string root)
{
    /// <summary>nginx asks for objects here; a name in the folder.</summary>
    public const string Origin = "origin.sock";

    /// <summary>nginx answers us here; a name in the folder.</summary>
    public const string Inner = "inner.sock";

    public string Root { get; } = root.Length > 1 ? root.TrimEnd('/') : root;

    public string Configuration => $"{Root}/nginx.conf";

    public string Script => $"{Root}/token.js";

    public string Pid => $"{Root}/nginx.pid";

    public string Cache => $"{Root}/cache";

    public string Temporary => $"{Root}/temporary";

    /// <summary>A file for each playback that gets nothing.</summary>
    public string Denied => $"{Root}/denied";

    public string OriginSocket => $"{Root}/{Origin}";

    public string InnerSocket => $"{Root}/{Inner}";

    /// <summary>nginx logs requests here, as figures.</summary>
    public string AccessLog => $"{Root}/access.log";

    /// <summary>What it logged before it turned to a new file.</summary>
    public string EarlierAccessLog => $"{Root}/access.log.1";

    /// <summary>For this user alone, where the system knows that.</summary>
    public void Make()
    {
        foreach (var folder in (string[])[Root, Cache, Temporary, Denied])
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
