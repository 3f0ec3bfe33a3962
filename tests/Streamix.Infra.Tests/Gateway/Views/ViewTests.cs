using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Views;

public sealed class ViewTests : IAsyncLifetime
{
    private TestBackend _notes = null!;
    private TestBackend _users = null!;
    private GatewayHost _gateway = null!;

    public async Task InitializeAsync()
    {
        (_notes, _users) = (await TestBackend.StartAsync(c => c.Response.WriteAsJsonAsync(new { text = "hi" })), await TestBackend.StartAsync());
        _gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", _notes.Address).Serves("test-users", _users.Address).Routing("""
            { "cluster": "test", "views": {
              "page": { "path": "/page/{id}", "budget": "00:00:09", "parts": {
                "note": { "resource": "test-notes", "path": "/notes/{id}?lang={lang}", "required": true, "budget": "00:00:05" },
                "user": { "resource": "test-users", "path": "/me", "budget": "00:00:02" } } },
              "patient": { "path": "/patient/{id}", "budget": "00:00:09", "parts": {
                "note": { "resource": "test-notes", "path": "/notes/{id}", "required": true, "budget": "00:00:09" },
                "user": { "resource": "test-users", "path": "/me", "budget": "00:00:09" } } },
              "open": { "access": "anonymous", "budget": "00:00:00.200", "parts": {
                "a": { "resource": "test-notes", "path": "/a", "budget": "00:00:05" },
                "b": { "resource": "test-users", "path": "/b", "budget": "00:00:05" } } } } }
            """));
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _notes.DisposeAsync();
        await _users.DisposeAsync();
    }

    [Fact]
    public async Task View_AllAnswer_IsWhole()
    {
        var view = await (await _gateway.SignedIn().GetAsync("/api/v1/views/page/a%20b?lang=de")).JsonAsync();
        view.GetProperty("parts").GetProperty("note").GetProperty("text").GetString().ShouldBe("hi");
        view.GetProperty("parts").GetProperty("user").GetProperty("ok").GetBoolean().ShouldBeTrue();
        view.GetProperty("missing").GetArrayLength().ShouldBe(0);
        _notes.Last.Path.ShouldBe("/notes/a b");
        _notes.Last.Query.ShouldBe("?lang=de");
    }

    [Fact]
    public async Task View_PartsGetTheCaller()
    {
        var token = TokenIssuer.Shared.Issue();
        var answer = await _gateway.ClientOf(token).GetAsync("/api/v1/views/page/1");
        _users.Last.Headers["Authorization"].ShouldBe("Bearer " + token);
        _users.Last.Headers["X-Correlation-Id"].ShouldBe(answer.Header("X-Correlation-Id"));
    }

    [Fact]
    public async Task View_SlowPart_IsNamedAndTold()
    {
        var told = new TaskCompletionSource();
        _users.Answer = async context =>
        {
            context.RequestAborted.Register(() => told.TrySetResult());
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var view = await (await _gateway.SignedIn().GetAsync("/api/v1/views/page/1")).JsonAsync();
        Missing(view).ShouldBe(["user timeout"]);
        view.GetProperty("parts").TryGetProperty("note", out _).ShouldBeTrue();
        await told.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(500, "error")]
    [InlineData(403, "forbidden")]
    [InlineData(404, "absent")]
    public async Task View_PartRefuses_IsNamed(int status, string reason)
    {
        _users.Answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        Missing(await (await _gateway.SignedIn().GetAsync("/api/v1/views/patient/1")).JsonAsync()).ShouldBe([$"user {reason}"]);
    }

    [Fact]
    public async Task View_PartIsNoJson_IsNamed()
    {
        _users.Answer = context => context.Response.WriteAsync("{ half");
        Missing(await (await _gateway.SignedIn().GetAsync("/api/v1/views/page/1")).JsonAsync()).ShouldBe(["user error"]);
    }

    [Fact]
    public async Task View_PartIsDown_IsNamed()
    {
        await _users.DisposeAsync();
        Missing(await (await _gateway.SignedIn().GetAsync("/api/v1/views/page/1")).JsonAsync()).ShouldHaveSingleItem().ShouldStartWith("user ");
    }

    [Fact]
    public async Task View_RequiredPartIsAbsent_IsTheAnswer()
    {
        _notes.Answer = context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        var problem = await (await _gateway.SignedIn().GetAsync("/api/v1/views/page/1")).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        problem.GetProperty("detail").GetString()!.ShouldContain("note");
    }

    [Fact]
    public async Task View_NothingInTime_Is504AfterTheWholeBudget()
    {
        _notes.Answer = _users.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await (await _gateway.Client.GetAsync("/api/v1/views/open")).ShouldBeProblemAsync(HttpStatusCode.GatewayTimeout);
    }

    [Fact]
    public async Task View_WithoutSession_Is401() =>
        await (await _gateway.Client.GetAsync("/api/v1/views/page/1")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task View_ClientGoesAway_PartsAreTold()
    {
        var (asked, told) = (new TaskCompletionSource(), new TaskCompletionSource());
        _notes.Answer = async context =>
        {
            context.RequestAborted.Register(() => told.TrySetResult());
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        using var away = new CancellationTokenSource();
        var call = _gateway.SignedIn().GetAsync("/api/v1/views/page/1", away.Token);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await away.CancelAsync();
        await told.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    private static string[] Missing(JsonElement view) =>
        [.. view.GetProperty("missing").EnumerateArray().Select(m => $"{m.GetProperty("part").GetString()} {m.GetProperty("reason").GetString()}")];
}
