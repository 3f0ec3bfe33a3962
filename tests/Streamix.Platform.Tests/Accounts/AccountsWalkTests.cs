using Shouldly;
using Streamix.Testing.Walks;
using Xunit;
using Xunit.Abstractions;

namespace Streamix.Platform.Tests.Accounts;

[Collection(nameof(AccountsGraph))]
public sealed class AccountsWalkTests(AccountsGraph graph, ITestOutputHelper output)
{
    [Fact]
    public async Task Walk_FromSignUpToErasure_ReachesItsEndAndLeavesNothing()
    {
        var mark = Guid.NewGuid().ToString("n")[..10];
        var traces = new Traces(graph);
        using var http = graph.CreateClient();
        AuthenticatorApp? app = null;
        var walk = new Walk(http, HttpFile.Read("tests", "walks", "accounts.http"), AskAsync)
        {
            ["host"] = new Uri(http.BaseAddress!, "/api/v1").ToString(),
            ["email"] = $"ada-{mark}@example.org",
            ["newEmail"] = $"lovelace-{mark}@example.org",
            ["key"] = $"sign-up-{mark}",
        };

        await walk.RunAsync(CancellationToken.None);

        output.WriteLine(string.Join('\n', walk.Log));
        walk.Answer("signUpAgain", "$.accountId").ShouldBe(walk.Answer("signUp", "$.accountId"));
        walk.Answer("endedThere", "$.reason").ShouldBe("revoked");
        (await graph.Inbox.SubjectsAsync(walk["email"])).Count(subject => subject.Contains("is your Streamix code", StringComparison.Ordinal)).ShouldBe(1);
        Enumerable.Range(0, 11).Select(i => walk.Answer("receipt", $"$.services[{i}].service"))
            .ShouldBe(["auth-identity", "auth-session", "comms-email", "discovery-search", "media-catalog", "media-drm",
                "streaming-playback-context", "streaming-rights", "streaming-watch-history", "users-account", "users-profile"]);
        await traces.ShouldBeGoneAsync(mark, walk["password"], walk["newPassword"]);

        async Task<string> AskAsync(string variable, Walk so) => variable switch
        {
            "passcode" => await graph.Inbox.FindAsync(so["email"], "is your Streamix code", @"^\s+([A-Z0-9]{6})\s*$"),
            "totpCode" => (app = new(so.Answer("totp", "$.secret")!, TimeProvider.System)).NextCode(),
            "totpNext" => app!.NextCode(),
            "oldCode" => await graph.Inbox.FindAsync(so["email"], "address", @"^\s+([A-Z0-9]{8})\s*$"),
            "newCode" => await graph.Inbox.FindAsync(so["newEmail"], "address", @"^\s+([A-Z0-9]{8})\s*$"),
            "resetToken" => await graph.Inbox.FindAsync(so["newEmail"], "password", @"#(?:token=)?([A-Za-z0-9_-]{20,})"),
            _ => throw new InvalidOperationException($"Nobody knows {variable}."),
        };
    }
}
