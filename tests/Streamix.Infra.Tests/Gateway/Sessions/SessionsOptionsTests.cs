using Streamix.Infra.Gateway.Sessions;

namespace Streamix.Infra.Tests.Gateway.Sessions;

public sealed class SessionsOptionsTests
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(1);

    /// <summary>What ends a session is refused within a second, also when its message is lost (the list is read), and when the list is (the service is asked).</summary>
    [Fact]
    public void Defaults_WhateverIsLost_KeepThePromise()
    {
        var options = new SessionsOptions();
        options.Poll.ShouldBeLessThanOrEqualTo(Promised / 2);
        options.Fresh.ShouldBeInRange(options.Poll * 2, Promised);
        options.Rest.ShouldBeLessThanOrEqualTo(Promised / 2);
    }
}
