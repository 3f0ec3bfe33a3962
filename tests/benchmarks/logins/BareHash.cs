using System.Diagnostics;
using Streamix.Auth.Contracts.Credentials;

namespace Streamix.Benchmarks.Logins;

/// <summary>The hash and nothing else, on one core.</summary>
internal static class BareHash
{
    public static double PerCoreSecond(TimeSpan time)
    {
        var hash = PasswordHash.Of("correct horse battery staple");
        using var process = Process.GetCurrentProcess();
        var (before, clock, done) = (process.TotalProcessorTime, Stopwatch.StartNew(), 0);
        for (; clock.Elapsed < time; done++)
            PasswordHash.Verify(hash, "correct horse battery staple");
        process.Refresh();
        return done / (process.TotalProcessorTime - before).TotalSeconds;
    }
}
