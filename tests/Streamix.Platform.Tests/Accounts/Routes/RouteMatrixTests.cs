using System.Collections.Concurrent;
using System.Net;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>Every operation of the merged document, against everybody who must not get in.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class RouteMatrixTests(AccountsGraph graph, ITestOutputHelper output)
{
    [Fact]
    public async Task EveryOperation_WithoutASession_IsRefusedUnlessItIsOnTheOpenList()
    {
        var api = await PublicApi.ReadAsync(graph);
        var (violations, open) = (new Violations(), new ConcurrentBag<string>());
        using var entrances = new Entrances(graph);

        await entrances.EachAsync(api.Operations, token: null, async (what, operation, answer) =>
        {
            if ((int)answer.StatusCode >= 500) violations.Add($"{what}: {(int)answer.StatusCode}");
            if (!IsChallenged(answer)) open.Add(operation.ToString());
            else await violations.ExpectAsync(what, answer, 401);
        });

        output.WriteLine($"{api.Operations.Count} operations, {OpenOperations.All.Count} of them open");
        open.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(OpenOperations.All.Except(OpenOperations.ByAnotherToken));
        api.Operations.Where(operation => operation.IsOpen).Select(operation => operation.ToString()).Order(StringComparer.Ordinal).ShouldBe(OpenOperations.All);
        violations.ShouldBeNone();
    }

    [Fact]
    public async Task EveryClosedOperation_WithAForgedToken_IsRefused()
    {
        var api = await PublicApi.ReadAsync(graph);
        using var issuer = await PlatformKey.StealAsync(graph);
        var real = await graph.People.SignInAsync(await graph.People.SomebodyAsync());
        var (violations, forgeries) = (new Violations(), Forgeries.Of(real.AccessToken, issuer, await PlatformKey.ServiceTokenAsync(graph)));
        using var entrances = new Entrances(graph);
        await WorksAsync(entrances.Gateway, issuer.Sign(Forgeries.Claims(real.AccessToken)));

        foreach (var (name, token) in forgeries)
            await entrances.EachAsync(api.Closed, token, (what, _, answer) => violations.ExpectAsync($"{what} with {name}", answer, 401));

        output.WriteLine($"{api.Closed.Count()} operations × {forgeries.Count} forgeries × 2 doors: {violations.Asked} answers");
        violations.ShouldBeNone();
    }

    [Fact]
    public async Task EveryClosedOperation_WithTheRealKeyButNoSuchSession_IsRefusedByTheGateway()
    {
        var api = await PublicApi.ReadAsync(graph);
        using (var issuer = await PlatformKey.StealAsync(graph))
        using (var http = graph.CreateBareClient())
        {
            var violations = new Violations();
            var somebody = await graph.People.SomebodyAsync();
            foreach (var operation in api.Closed)
            {
                using var request = operation.Minimal();
                request.Headers.Authorization = new("Bearer", issuer.User(somebody.Account, "admin"));
                using var answer = await http.SendAsync(request);
                await violations.ExpectAsync($"{operation}", answer, 401);
            }
            violations.ShouldBeNone();
        }
    }

    [Fact]
    public async Task EveryOperatorsOperation_ForAPlainUser_IsForbidden()
    {
        var api = await PublicApi.ReadAsync(graph);
        var plain = await graph.People.SignInAsync(await graph.People.SomebodyAsync());
        var violations = new Violations();
        using var entrances = new Entrances(graph);

        await entrances.EachAsync(api.ForOperators, plain.AccessToken, (what, _, answer) => violations.ExpectAsync(what, answer, 403));

        output.WriteLine($"{api.ForOperators.Count()} operations for operators");
        api.Operations.Where(operation => operation.NeedsRole).Select(operation => $"{operation}").Except(api.ForOperators.Select(operation => $"{operation}"), StringComparer.Ordinal).ShouldBeEmpty();
        violations.ShouldBeNone();
    }

    [Fact]
    public async Task EveryOperationOnAThing_ForAStranger_FindsNothingAndChangesNothing()
    {
        var api = await PublicApi.ReadAsync(graph);
        var belongings = await Belongings.OfAsync(graph);
        using var stranger = await graph.People.ClientOfAsync(await graph.People.JoinAsync());
        var (before, violations, owned) = (await belongings.DescribeAsync(), new Violations(), Owned(api));

        foreach (var operation in owned)
        {
            using var request = operation.Full(belongings.Fill);
            using var answer = await stranger.SendAsync(request);
            await violations.ExpectAsync($"{operation}", answer, 403, 404);
        }

        output.WriteLine($"{owned.Count} operations on things of somebody else");
        violations.ShouldBeNone();
        (await belongings.DescribeAsync()).ShouldBe(before);
        await ForTheOwnerAsync(owned, belongings);
    }

    /// <summary>The very same requests find what they name when its owner sends them, so that it was not they that were wrong.</summary>
    private static async Task ForTheOwnerAsync(IEnumerable<Operation> owned, Belongings belongings)
    {
        var violations = new Violations();
        foreach (var operation in owned.OrderBy(operation => operation.Method switch { "GET" => 0, "DELETE" => 2, _ => 1 }).ThenByDescending(operation => operation.Template.Length))
        {
            using var request = operation.Full(belongings.Fill);
            using var answer = await belongings.Owner.SendAsync(request);
            violations.Deny($"{operation} by its owner", answer, 400, 401, 403, 404, 405, 412, 415, 428, 500, 503);
        }
        violations.ShouldBeNone();
    }

    /// <summary>Built-in pictures are everybody's, and a television's code is of whoever reads it.</summary>
    private static List<Operation> Owned(PublicApi api) => [.. api.Closed.Except(api.ForOperators).Where(operation =>
        operation.HasParameters && !operation.Template.Contains("/avatars/", StringComparison.Ordinal) && !operation.Template.Contains("{userCode}", StringComparison.Ordinal))];

    /// <summary>A token of the stolen key with nothing wrong passes, so that each forgery fails by its one fault.</summary>
    private static async Task WorksAsync(HttpClient http, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/account") { Headers = { Authorization = new("Bearer", token) } };
        using var answer = await http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static bool IsChallenged(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Unauthorized && answer.Headers.WwwAuthenticate.Any(challenge => challenge.Scheme == "Bearer");
}
