using Microsoft.Extensions.Time.Testing;
using Streamix.Auth.Tests.Session.Hosting;

namespace Streamix.Auth.Tests.Session;

/// <summary>A thousand browsers with several tabs each, on two replicas, in a network that loses answers; some are robbed.</summary>
public sealed class InterleavingTests
{
    private const int Browsers = 1000;
    private const int Rounds = 6;

    [Fact]
    public async Task Clients_InRandomInterleavings_AreNeverLoggedOutUnlessRobbedAndThenAlways()
    {
        var time = new FakeTimeProvider(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        await using var one = await SessionHost.StartAsync(time);
        await using var two = one.Replica();
        HttpClient[] replicas = [one.Client(), two.Client()];
        var opened = await Task.WhenAll(Enumerable.Range(0, Browsers).Select(_ => one.OpenAsync()));
        var browsers = opened.Select((o, seed) => new Browser(o.RefreshToken, replicas, new Random(seed))).ToList();

        for (var round = 0; round < Rounds; round++)
        {
            await Parallel.ForEachAsync(browsers, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (browser, _) => await browser.RoundAsync());
            time.Advance(TimeSpan.FromMinutes(14));
        }

        browsers.ShouldAllBe(b => !b.LoggedOut, "nobody honest is logged out");
        var robbed = browsers.Where(b => b.Stolen is not null).ToList();
        robbed.Count.ShouldBeGreaterThan(Browsers / 20);
        foreach (var browser in robbed)
        {
            await (await replicas[0].RefreshAsync(browser.Stolen!)).ShouldHaveEndedAsync("refresh-token-reused");
            await (await replicas[1].RefreshAsync(browser.Token)).ShouldHaveEndedAsync("refresh-token-reused");
        }
    }

    private sealed class Browser(string token, HttpClient[] replicas, Random random)
    {
        public string Token { get; private set; } = token;

        public bool LoggedOut { get; private set; }

        /// <summary>A copy of a token that the browser has used since.</summary>
        public string? Stolen { get; private set; }

        /// <summary>Some tabs refresh at once with the token all of them have; some answers are lost and asked for again; the last one that arrives is kept.</summary>
        public async Task RoundAsync()
        {
            var presented = Token;
            if (Stolen is null && random.Next(20) == 0)
                Stolen = presented;
            var tabs = random.Next(1, 4);
            await Task.WhenAll(Enumerable.Range(0, tabs).Select(_ => TabAsync(presented, lost: random.Next(3), random.Next(2))));
        }

        private async Task TabAsync(string presented, int lost, int replica)
        {
            for (var attempt = 0; attempt <= lost; attempt++)
            {
                using var answer = await replicas[(replica + attempt) % 2].RefreshAsync(presented);
                LoggedOut |= answer.StatusCode == HttpStatusCode.Unauthorized;
                if (attempt == lost && answer.IsSuccessStatusCode)
                    Token = (await answer.ShouldBeAsync(200)).Text("refreshToken");
            }
        }
    }
}
