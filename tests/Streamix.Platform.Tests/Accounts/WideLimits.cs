namespace Streamix.Platform.Tests.Accounts;

/// <summary>All tests call from one address; what it may do in a minute is not what they ask.</summary>
internal static class WideLimits
{
    private const string Wide = "1000000";
    private static readonly string[] Services =
        ["users-account", "users-profile", "auth-identity", "auth-session", "comms-email", "media-catalog", "media-drm", "media-transcoder", "discovery-indexer", "discovery-search",
            "streaming-rights", "streaming-watch-history", "streaming-playback-context", "streaming-cdn-orchestrator"];

    public static IReadOnlyList<string> Arguments { get; } =
    [
        .. from limited in (string[])["default", "login", "write", "search", "events"]
           from who in (string[])["User", "Address"]
           from size in (string[])["Permits", "Burst"]
           select $"--Settings:infra-gateway:Gateway:Limits:Classes:{limited}:{who}:{size}={Wide}",
        .. from service in Services
           from limit in (string[])["SensitivePerMinute", "PerCallerPerSecond", "PerCallerBurst"]
           select $"--Settings:{service}:RateLimits:{limit}={Wide}",
    ];
}
