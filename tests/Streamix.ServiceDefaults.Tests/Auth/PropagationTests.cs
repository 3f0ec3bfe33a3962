using System.Text;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Tests.Host;
using Streamix.Testing.Tokens;

namespace Streamix.ServiceDefaults.Tests.Auth;

/// <summary>A front service calls a back service with the user's token and its own, which it fetches from an issuer.</summary>
public sealed class PropagationTests : IAsyncLifetime
{
    private readonly TestTokens _tokens = new();
    private TestService _issuer = null!;
    private TestService _back = null!;
    private TestService _front = null!;
    private int _issued;
    private bool _issuerDown;

    public async Task InitializeAsync()
    {
        _issuer = await TestService.StartAsync(_ => { }, app => app.MapPost("/internal/tokens", Issue).AllowAnonymous().DisableAntiforgery(), listen: true, tokens: _tokens);
        _back = await TestService.StartAsync(_ => { }, app => app.MapInternal("who").MapGet("/", (Caller caller) => $"{caller.Service} for {caller.Name}"), listen: true, tokens: _tokens);
        _front = await TestService.StartAsync(
            build => build.Services.AddServiceClient<BackClient>("back"),
            app => app.MapGet("/ask", (BackClient back) => back.WhoAsync()).AllowAnonymous(),
            tokens: _tokens,
            settings: [
                ("Services:back:http:0", _back.Address.ToString()), ("Services:auth-session:http:0", _issuer.Address.ToString()),
                ("Auth:ClientSecret", "s3cret"), ("Auth:ClientId", "front"),
            ]);
    }

    public async Task DisposeAsync()
    {
        await _front.DisposeAsync();
        await _back.DisposeAsync();
        await _issuer.DisposeAsync();
        _tokens.Dispose();
    }

    [Fact]
    public async Task Call_ForAUser_CarriesBoth()
    {
        var account = Guid.CreateVersion7();
        (await _front.User(account).GetStringAsync("/ask")).ShouldBe($"front for account:{account:n}");
    }

    [Fact]
    public async Task Call_OnItsOwn_CarriesTheServices() => (await _front.Client().GetStringAsync("/ask")).ShouldBe("front for service:front");

    [Fact]
    public async Task Calls_Many_FetchOneToken()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _front.Client().GetStringAsync("/ask")));
        _issued.ShouldBe(1);
    }

    [Fact]
    public async Task Issuer_Down_Is503WithRetryAfter()
    {
        _issuerDown = true;
        var response = await _front.Client().GetAsync("/ask");
        await response.ShouldBeProblemAsync(503);
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    private IResult Issue(HttpRequest request, [Microsoft.AspNetCore.Mvc.FromForm(Name = "grant_type")] string grant)
    {
        var credentials = Encoding.UTF8.GetString(Convert.FromBase64String(request.Headers.Authorization.ToString()["Basic ".Length..]));
        if (_issuerDown || grant != "client_credentials" || credentials != "front:s3cret")
            return TypedResults.StatusCode(_issuerDown ? 503 : 400);
        Interlocked.Increment(ref _issued);
        return TypedResults.Json(new { access_token = _tokens.Service("front"), expires_in = 300 });
    }

    private sealed class BackClient(HttpClient http)
    {
        public Task<string> WhoAsync() => http.GetStringAsync("/internal/who");
    }
}
