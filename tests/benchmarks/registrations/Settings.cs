using System.Globalization;

namespace Streamix.Benchmarks.Registrations;

/// <summary>--count N --clients N</summary>
internal sealed record Settings(int Count, int Clients)
{
    private const int Least = 300;

    /// <summary>What the start is told, so that one address may sign up so many.</summary>
    public static readonly string[] Unlimited =
    [
        "--Settings:users-account:RateLimits:SensitivePerMinute=1000000",
        "--Settings:infra-gateway:Gateway:Limits:Classes:login:Address:Permits=1000000",
        "--Settings:infra-gateway:Gateway:Limits:Classes:login:Address:Burst=1000000",
        "--Settings:comms-email:Email:Sending:RatePerSecond=1000",
    ];

    public static Settings Parse(string[] args) => new(Number(args, "--count") ?? Least, Number(args, "--clients") ?? 4 * Environment.ProcessorCount);

    private static int? Number(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : null;
}
