using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Streamix.Infra.Gateway.Sessions;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Infra.Tests.Gateway.Sessions;

public sealed class OpenSocketsTests
{
    private static readonly TimeSpan Skew = new AuthOptions().ClockSkew;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly DenyList _list;
    private readonly OpenSockets _sockets;
    private readonly DefaultHttpContext _context = new();
    private readonly Life _life = new();

    public OpenSocketsTests()
    {
        _list = new DenyList(Options.Create(new SessionsOptions()), _time);
        _sockets = new OpenSockets(_list, _list, Options.Create(new AuthOptions()), _time);
        _context.Features.Set<IHttpRequestLifetimeFeature>(_life);
    }

    [Fact]
    public void Socket_AtTheEndOfItsToken_IsClosed()
    {
        _sockets.Opened(_context, Session("a", TimeSpan.FromMinutes(15)));
        _time.Advance(TimeSpan.FromMinutes(15) + Skew - TimeSpan.FromSeconds(1));
        _life.Aborted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        _life.Aborted.ShouldBeTrue();
    }

    [Fact]
    public void Socket_RevokedWhileItWasOpened_IsClosed()
    {
        _list.Add([Revocation.Session("a", _time.GetUtcNow().AddMinutes(15))]);
        _sockets.Opened(_context, Session("a", TimeSpan.FromMinutes(15)));
        _life.Aborted.ShouldBeTrue();
    }

    [Fact]
    public void Socket_OfAnotherSession_StaysOpen()
    {
        _sockets.Opened(_context, Session("a", TimeSpan.FromMinutes(15)));
        _list.Add([Revocation.Session("b", _time.GetUtcNow().AddMinutes(15))]);
        _life.Aborted.ShouldBeFalse();
    }

    [Fact]
    public void Socket_ClosedByItself_IsLeftAloneForEver()
    {
        _sockets.Opened(_context, Session("a", TimeSpan.FromMinutes(15)));
        _sockets.Closed(_context);
        _list.Add([Revocation.Session("a", _time.GetUtcNow().AddMinutes(15))]);
        _time.Advance(TimeSpan.FromHours(1));
        _life.Aborted.ShouldBeFalse();
    }

    private EdgeSession Session(string id, TimeSpan left) =>
        new(new UserToken("text", Guid.NewGuid(), null, id, "token", FrozenSet<string>.Empty, null, _time.GetUtcNow(), _time.GetUtcNow() + left) { IssuedAt = _time.GetUtcNow() });

    private sealed class Life : IHttpRequestLifetimeFeature
    {
        public bool Aborted { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => Aborted = true;
    }
}
