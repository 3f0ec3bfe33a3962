using Microsoft.Extensions.Time.Testing;
using Streamix.Auth.Session;
using Streamix.Auth.Tests.Session.Hosting;

namespace Streamix.Auth.Tests.Session;

/// <summary>A thousand browsers with several tabs each, on two replicas, in a network that is slow and loses answers; some are robbed.</summary>
public sealed class InterleavingTests
{
    private const int Browsers = 1000;
    private const int Rounds = 4;

    [Fact]
    public async Task Clients_InRandomInterleavings_AreNeverLoggedOutUnlessRobbedAndThenAlways()
    {
        var time = new FakeTimeProvider(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var grace = new SessionOptions().Grace;
        await using var one = await SessionHost.StartAsync(time);
        await using var two = one.Replica();
        HttpClient[] replicas = [one.Client(), two.Client()];
        HttpClient[] strangers = [one.Client(agent: "Thief/6.6"), two.Client(agent: "Thief/6.6")];
        await Task.WhenAll(one.OpenAsync(), two.OpenAsync());
        var opened = await Task.WhenAll(Enumerable.Range(0, Browsers).Select(_ => one.OpenAsync()));
        var browsers = opened.Select((o, seed) => new Browser(o.SessionId, o.RefreshToken, replicas, strangers, new Random(seed), Rounds)).ToList();

        for (var round = 0; round < Rounds; round++)
        {
            // At once, on the way, and at the very end of the grace.
            browsers.ForEach(b => b.Begin(round));
            await EachAsync(browsers, b => b.AskAsync(0));
            time.Advance(grace / 2);
            await EachAsync(browsers, b => b.AskAsync(1));
            time.Advance(grace / 2);
            await EachAsync(browsers, b => b.AskAsync(2));
            time.Advance(TimeSpan.FromMinutes(7));
            await EachAsync(browsers, b => b.StealAsync());
            time.Advance(TimeSpan.FromMinutes(7));
        }

        browsers.Where(b => b.Theft == Theft.None).ShouldAllBe(b => b.Refusals.IsEmpty, "nobody honest is logged out");
        browsers.ShouldAllBe(b => b.Sessions.Count == 1, "one session, whoever asks");
        foreach (var theft in Enum.GetValues<Theft>().Except([Theft.None]))
        {
            var robbed = browsers.Where(b => b.Theft == theft).ToList();
            robbed.Count.ShouldBeGreaterThan(Browsers / 20);
            robbed.ShouldAllBe(b => b.Refusals.Contains("refresh-token-reused"), $"{theft} is noticed");
            foreach (var browser in robbed)
            {
                await (await replicas[0].RefreshAsync(browser.Stolen!)).ShouldHaveEndedAsync("refresh-token-reused");
                await (await replicas[1].RefreshAsync(browser.Token)).ShouldHaveEndedAsync("refresh-token-reused");
            }
        }
    }

    private static Task EachAsync(IEnumerable<Browser> browsers, Func<Browser, Task> work) =>
        Parallel.ForEachAsync(browsers, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (browser, _) => await work(browser));
}
