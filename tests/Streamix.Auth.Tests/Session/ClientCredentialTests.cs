using Streamix.Auth.Tests.Session.Hosting;

namespace Streamix.Auth.Tests.Session;

public sealed class ClientCredentialTests : IAsyncLifetime
{
    private SessionHost _host = null!;

    public async Task InitializeAsync() => _host = await SessionHost.StartAsync(settings: [("Clients:short", "123"), ("Clients:odd one", "ä secret: with & signs %41")]);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("auth-identity", SessionHost.Secret)]
    [InlineData("odd one", "ä secret: with & signs %41")]
    public async Task Client_WithItsSecret_GetsAServicesToken(string client, string secret)
    {
        var answer = await _host.Client().SendAsync(SessionHost.TokenRequest(client, secret));
        var body = await answer.ShouldBeAsync(200);
        var claims = body.Text("access_token").Claims();
        (claims.Text("sub"), claims.Text("client_id"), claims.Text("aud")).ShouldBe((client, client, "streamix-internal"));
        (body.Text("token_type"), body.GetProperty("expires_in").GetInt64()).ShouldBe(("Bearer", 600));
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("auth-identity", "wrong")]
    [InlineData("auth-identity", "")]
    [InlineData("nobody", SessionHost.Secret)]
    [InlineData("short", "123")]
    [InlineData("", "")]
    public async Task Client_WithoutItsSecret_IsRefusedInTheSameWords(string client, string secret)
    {
        var answer = await _host.Client().SendAsync(SessionHost.TokenRequest(client, secret));
        (await answer.ShouldBeAsync(401)).Text("error").ShouldBe("invalid_client");
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Basic");
    }

    [Theory]
    [InlineData("password")]
    [InlineData("")]
    public async Task Grant_OfAnotherType_IsUnsupported(string grant)
    {
        var answer = await _host.Client().SendAsync(SessionHost.TokenRequest("auth-identity", SessionHost.Secret, grant));
        (await answer.ShouldBeAsync(400)).Text("error").ShouldBe("unsupported_grant_type");
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic %%%")]
    [InlineData("Basic bm9jb2xvbg==")]
    [InlineData("Bearer abc")]
    public async Task Credentials_Unreadable_AreRefused(string header)
    {
        using var request = SessionHost.TokenRequest("a", "b");
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        await (await _host.Client().SendAsync(request)).ShouldBeAsync(401);
    }
}
