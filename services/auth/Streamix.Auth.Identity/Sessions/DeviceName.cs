namespace Streamix.Auth.Identity.Sessions;

/// <summary>What people call the program that a User-Agent stands for, as <c>Firefox on Linux</c>.</summary>
internal static class DeviceName
{
    private static readonly (string Mark, string Name)[] Programs =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Tizen", "Samsung TV"), ("Web0S", "LG TV"), ("Android", "Android"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static string Of(string userAgent)
    {
        var (program, system) = (Find(Programs, userAgent), Find(Systems, userAgent));
        return (program, system) switch
        {
            ({ }, { }) => $"{program} on {system}",
            _ => program ?? system ?? "Unknown device",
        };
    }

    private static string? Find((string Mark, string Name)[] known, string userAgent) =>
        Array.Find(known, k => userAgent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
