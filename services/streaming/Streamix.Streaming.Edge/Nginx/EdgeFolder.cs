namespace Streamix.Streaming.Edge.Nginx;

/// <summary>What lies where in the edge's folder.</summary>
internal sealed class EdgeFolder(string root)
{
    /// <summary>Of <c>sockaddr_un</c>, less the final zero.</summary>
    private const int LongestSocketName = 107;

    public string Root { get; } = root.Length > 1 ? root.TrimEnd('/') : root;

    public string Configuration => $"{Root}/nginx.conf";

    public string Script => $"{Root}/token.js";

    public string Pid => $"{Root}/nginx.pid";

    public string Cache => $"{Root}/cache";

    public string Temporary => $"{Root}/temporary";

    /// <summary>A file for each playback that gets nothing.</summary>
    public string Denied => $"{Root}/denied";

    /// <summary>nginx asks for objects here.</summary>
    public string OriginSocket => $"{Root}/origin.sock";

    /// <summary>nginx logs requests here, as figures.</summary>
    public string AccessLog => $"{Root}/access.log";

    /// <summary>What it logged before it turned to a new file.</summary>
    public string EarlierAccessLog => $"{Root}/access.log.1";

    /// <summary>nginx answers us here.</summary>
    public string InnerSocket => $"{Root}/inner.sock";

    public bool FitsSockets => OriginSocket.Length <= LongestSocketName;

    /// <summary>For this user alone, where the system knows that.</summary>
    public void Make()
    {
        foreach (var folder in (string[])[Root, Cache, Temporary, Denied])
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
