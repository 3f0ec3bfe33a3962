using System.Globalization;

namespace Streamix.Benchmarks.Gateway;

/// <summary>--rounds N --seconds N --warmup N --connections N --users N --sampling 0..1 --spread (no pinning) --sessions (the gateway alone, with and without asking the session service)</summary>
internal sealed record Settings
{
    public int Rounds { get; init; } = 5;
    public int Seconds { get; init; } = 5;
    /// <summary>At most so many seconds.</summary>
    public int Warmup { get; init; } = 90;
    public int Connections { get; init; } = 64;
    public int Users { get; init; } = 200;

    /// <summary>Share of requests whose spans are exported; all carry a trace id.</summary>
    public double Sampling { get; init; } = 1;

    /// <summary>Servers share all cores with the rest instead of having one of their own.</summary>
    public bool Spread { get; init; }

    /// <summary>Compares the gateway with itself: signature only, and with the session service's word.</summary>
    public bool Sessions { get; init; }

    public string ServerCores => Spread ? "" : "0";

    public string OtherCores => Spread ? "" : "1";

    public static Settings Parse(string[] args)
    {
        int Number(string name, int otherwise) => Value(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        string? Value(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        var defaults = new Settings();
        return new Settings
        {
            Rounds = Number("--rounds", defaults.Rounds),
            Seconds = Number("--seconds", defaults.Seconds),
            Warmup = Number("--warmup", defaults.Warmup),
            Connections = Number("--connections", defaults.Connections),
            Users = Number("--users", defaults.Users),
            Sampling = Value("--sampling") is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : defaults.Sampling,
            Spread = args.Contains("--spread"),
            Sessions = args.Contains("--sessions"),
        };
    }
}
