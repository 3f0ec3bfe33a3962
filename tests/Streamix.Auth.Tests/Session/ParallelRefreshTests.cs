using Streamix.Auth.Tests.Session.Hosting;

namespace Streamix.Auth.Tests.Session;

public sealed class ParallelRefreshTests
{
    [Fact]
    public async Task Refresh_TwoHundredAtOnceOnTwoReplicas_AllGetOneSuccessor()
    {
        await using var one = await SessionHost.StartAsync();
        await using var two = one.Replica();
        var opened = await one.OpenAsync();
        await two.OpenAsync();
        HttpClient[] clients = [one.Client(), two.Client()];

        var successors = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => clients[i % 2].RefreshedAsync(opened.RefreshToken)));

        successors.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        await one.Client().RefreshedAsync(successors[0]);
    }

    [Fact]
    public async Task Open_TwentyAtOnceWithOneKey_OpensOneSession()
    {
        await using var one = await SessionHost.StartAsync();
        await using var two = one.Replica();
        await Task.WhenAll(one.OpenAsync(), two.OpenAsync());
        var request = SessionHost.Opening(Guid.CreateVersion7());
        var calls = new[] { await one.CallsAsync("auth-identity"), await two.CallsAsync("auth-identity") };

        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i => await calls[i % 2].OpenAsync(request)));

        opened.Select(o => (o.SessionId, o.RefreshToken)).Distinct().Count().ShouldBe(1);
        (await (await one.Client(opened[0].AccessToken).GetAsync("/session")).ShouldBeAsync(200)).GetProperty("items").GetArrayLength().ShouldBe(1);
    }
}
