using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Patterns;
using Streamix.Infra.Gateway.Edge;

namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>The rules a catalogue file must keep; each broken one is told.</summary>
internal sealed partial class EntryChecks(string source, IReadOnlySet<string> classes, List<CatalogueError> errors)
{
    private static readonly string[] Balances = ["PowerOfTwoChoices", "RoundRobin", "Random", "LeastRequests", "FirstAlphabetical"];
    private static readonly string[] Verbs = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

    public void Fail(string where, string message) => errors.Add(new CatalogueError(source, where, message));

    public void Name(string where, string value) =>
        Require(NameRule().IsMatch(value), where, $"'{value}' is not a name (lower-case letters, digits and hyphens, a letter first).");

    public bool Service(string where, string name, ServiceEntry entry)
    {
        var before = errors.Count;
        Name(where, name);
        entry.Paths.ForEach(p => Prefix($"{where}.paths", p));
        Require(entry.Retries is >= 0 and <= 5, $"{where}.retries", "0 to 5 expected.");
        Require(Balances.Contains(entry.Balance), $"{where}.balance", $"one of {string.Join(", ", Balances)} expected.");
        Require(entry.Operations.TrueForAll(OperationRoutes.Kinds.Contains), $"{where}.operations", $"some of {string.Join(", ", OperationRoutes.Kinds)} expected.");
        Amounts(where, entry.Timeout, entry.MaxBodyBytes);
        Versions($"{where}.versions", entry.Versions);
        Health($"{where}.health", entry.Health);
        Breaker($"{where}.breaker", entry.Breaker);
        for (var i = 0; i < entry.Routes.Count; i++)
        {
            Route($"{where}.routes[{i}]", entry.Routes[i]);
        }

        return errors.Count == before;
    }

    public void View(string where, ViewEntry view)
    {
        Pattern($"{where}.path", view.Path ?? "/view");
        Policy(where, view.Access, view.Class);
        Require(view.Parts.Count > 0, $"{where}.parts", "at least one part expected.");
        Positive($"{where}.budget", view.Budget);
        foreach (var (name, part) in view.Parts)
        {
            Name($"{where}.parts.{name}.resource", part.Resource);
            Require(part.Path.StartsWith('/') && !PathGuard.IsInternal(part.Path), $"{where}.parts.{name}.path", "a public path of the service expected.");
            Positive($"{where}.parts.{name}.budget", part.Budget);
        }
    }

    private void Route(string where, RouteEntry route)
    {
        Pattern($"{where}.path", route.Path);
        Policy(where, route.Access, route.Class);
        Amounts(where, route.Timeout ?? TimeSpan.FromSeconds(1), route.MaxBodyBytes ?? 1);
        Require(route.Methods.TrueForAll(m => Verbs.Contains(m, StringComparer.OrdinalIgnoreCase)), $"{where}.methods", $"some of {string.Join(", ", Verbs)} expected.");
        Require(route.Consumes.TrueForAll(c => c.Contains('/', StringComparison.Ordinal)), $"{where}.consumes", "media types expected.");
    }

    private void Policy(string where, string access, string @class)
    {
        Require(Access.TryParse(access, out _), $"{where}.access", $"'{access}' is not anonymous, session or role:NAME.");
        Require(classes.Contains(@class), $"{where}.class", $"no limits are configured for class '{@class}' (known: {string.Join(", ", classes.Order(StringComparer.Ordinal))}).");
    }

    private void Versions(string where, List<VersionEntry> versions)
    {
        foreach (var version in versions)
        {
            Name($"{where}.name", version.Name);
            Name($"{where}.resource", version.Resource ?? "default");
            Require(version.Weight is >= 0 and <= 10_000, $"{where}.weight", "0 to 10000 expected.");
        }

        Require(versions.Select(v => v.Name).Distinct(StringComparer.Ordinal).Count() == versions.Count, where, "two versions have the same name.");
        Require(versions.Count == 0 || versions.Exists(v => v.Weight > 0), where, "at least one weight above 0 expected.");
    }

    private void Health(string where, HealthEntry health)
    {
        Require(health.Path.StartsWith('/'), $"{where}.path", "must start with '/'.");
        Positive($"{where}.interval", health.Interval);
        Positive($"{where}.timeout", health.Timeout);
        Positive($"{where}.reactivation", health.Reactivation);
        Require(health.Failures > 0, $"{where}.failures", "1 or more expected.");
    }

    private void Breaker(string where, BreakerEntry breaker)
    {
        Require(breaker.Ratio is > 0 and <= 1, $"{where}.ratio", "above 0 and at most 1 expected.");
        Require(breaker.Minimum > 0, $"{where}.minimum", "1 or more expected.");
        Positive($"{where}.window", breaker.Window);
        Positive($"{where}.open", breaker.Open);
    }

    private void Prefix(string where, string path)
    {
        Require(PathRule().IsMatch(path), where, $"'{path}' is not a plain path.");
        Require(!PathGuard.IsInternal(path), where, $"'{path}' is internal and never routed.");
        Require(!Reserved.Any(r => path.StartsWith(r, StringComparison.OrdinalIgnoreCase)), where, $"'{path}' belongs to the gateway.");
    }

    private static readonly string[] Reserved = ["/api/v1/views", "/api/v1/gateway", OperationRoutes.PublicPath, "/api/openapi", "/api/docs"];

    private void Pattern(string where, string path)
    {
        Require(path.StartsWith('/'), where, "must start with '/'.");
        Require(!PathGuard.IsInternal(path), where, $"'{path}' is internal and never routed.");
        try
        {
            RoutePatternFactory.Parse(path);
        }
        catch (RoutePatternException e)
        {
            Fail(where, e.Message);
        }
    }

    private void Amounts(string where, TimeSpan timeout, long maxBody)
    {
        Positive($"{where}.timeout", timeout);
        Require(maxBody >= 0, $"{where}.maxBodyBytes", "0 or more expected.");
    }

    private void Positive(string where, TimeSpan value) => Require(value > TimeSpan.Zero, where, "more than no time expected.");

    private void Require(bool holds, string where, string message)
    {
        if (!holds)
        {
            Fail(where, message);
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,62}$", RegexOptions.None, 10_000)]
    private static partial Regex NameRule();

    [GeneratedRegex("^/([a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*)?$", RegexOptions.None, 10_000)]
    private static partial Regex PathRule();
}
