using Streamix.Auth.Contracts.Sessions;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.PlaybackContext.Data;
using Streamix.Streaming.Tests.Playbacks.Hosting;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Streaming.Tests.Playbacks;

/// <summary>A session is revoked: from the event on the bus to the edges, with the rounds as they run.</summary>
public sealed class EndingOverTheBusTests : IAsyncLifetime
{
    private PlaybackHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = new() { Settings = new() { ["ConnectionStrings:bus"] = await (await RabbitServer.SharedAsync()).CreateVhostAsync(), ["Playback:ClosingRounds"] = "00:00:00.200", ["Messaging:UnroutedProbe"] = "00:00:00.3" } };
        await _host.InitializeAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Session_RevokedInMidPlay_IsRefusedByTheEdgesWithinTenSeconds()
    {
        var claims = new UserClaims { Profile = Guid.CreateVersion7() };
        var id = (await _host.Viewer(claims).StartedAsync(_host.Routes.Add().TitleId)).Id();
        await using (var scope = _host.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<IEventPublisher>().Publish(new SessionEnded(claims.Account, claims.Session, SessionEnds.Revoked, _host.Time.GetUtcNow()), claims.Account.ToString());
            await scope.ServiceProvider.GetRequiredService<PlaybackDb>().SaveChangesAsync();
        }
        await Until.TrueAsync(() => _host.Edges.Revoked.Contains($"{id}") && _host.Keys.Withdrawn.Contains($"{id}") && _host.Rights.Released.Contains($"{id}"), "everything is given back", TimeSpan.FromSeconds(10));
        (await _host.RowAsync(id)).EndReason.ShouldBe("revoked");
    }
}
