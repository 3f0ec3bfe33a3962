using System.Diagnostics;
using Streamix.Auth.Tests.Identity.Hosting;

namespace Streamix.Auth.Tests.Identity;

/// <summary>Answers that must not tell whether an address is known never come earlier than they are to.</summary>
public class SteadyAnswerTests(SteadyIdentityHost host) : IClassFixture<SteadyIdentityHost>
{
    /// <summary>Clocks and timers may differ by a tick of the one that is coarser.</summary>
    private static readonly TimeSpan Least = SteadyIdentityHost.Least - TimeSpan.FromMilliseconds(16);

    [Theory]
    [InlineData("/identity/passcodes/verify", 422)]
    [InlineData("/identity/passcodes/resend", 202)]
    public async Task Passcodes_OfAnybody_AreAnsweredNoSooner(string path, int status)
    {
        foreach (var accountId in (Guid[])[(await host.RegisterAsync()).Id, Guid.CreateVersion7()])
            (await TimeAsync(path, new { accountId, code = "AAAAAA" }, status)).ShouldBeGreaterThanOrEqualTo(Least);
    }

    [Fact]
    public async Task ForgottenPassword_OfAnybody_IsAnsweredNoSooner()
    {
        foreach (var email in (string[])[(await host.ActivateAsync()).Email, $"nobody.{Guid.NewGuid():n}@example.org"])
        {
            (await TimeAsync("/identity/password-resets", new { email }, 202)).ShouldBeGreaterThanOrEqualTo(Least);
            (await TimeAsync("/identity/password-resets", new { email }, 429)).ShouldBeGreaterThanOrEqualTo(Least);
        }
    }

    private async Task<TimeSpan> TimeAsync(string path, object body, int status)
    {
        using var client = host.Anonymous();
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsJsonAsync(path, body);
        var taken = Stopwatch.GetElapsedTime(started);
        await answer.ShouldBeAsync(status);
        return taken;
    }
}
