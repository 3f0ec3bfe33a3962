using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.CdnOrchestrator.Choice;

namespace Streamix.Streaming.CdnOrchestrator.Registry;

/// <summary>An edge as operators see it.</summary>
/// <param name="Name">Its name; players see it as pathway.</param>
/// <param name="Kind"><c>own</c> or <c>cloudFront</c>.</param>
/// <param name="Address">Where viewers reach it.</param>
/// <param name="Region">Where it stands.</param>
/// <param name="Capacity">Bits per second.</param>
/// <param name="Cost">Of a byte, relative to the others.</param>
/// <param name="Weight">An operator's word on top.</param>
/// <param name="State"><c>active</c>, <c>draining</c> or <c>off</c>.</param>
/// <param name="Condition"><c>well</c>, <c>silent</c>, <c>failing</c>, <c>unreachable</c>, <c>oldKeys</c> or <c>unsigned</c>.</param>
/// <param name="ReportedAt">UTC; null: never.</param>
/// <param name="BitsPerSecond">That it sends.</param>
/// <param name="Connections">Open.</param>
/// <param name="HitRatio">Of requests lately.</param>
/// <param name="CacheBytes">Kept.</param>
/// <param name="Keys">Ids of the path keys it accepts.</param>
internal sealed record EdgeView(
    string Name, EdgeKind Kind, string Address, string Region, long Capacity, double Cost, double Weight, EdgeState State, EdgeCondition Condition,
    DateTimeOffset? ReportedAt, long BitsPerSecond, int Connections, double HitRatio, long CacheBytes, IReadOnlyList<string> Keys)
{
    public static EdgeView Of(EdgeServer edge, EdgeLoad? load, EdgeCondition condition) => new(
        edge.Name, edge.Kind, edge.Address, edge.Region, edge.Capacity, edge.Cost, edge.Weight, edge.State, condition,
        load?.ReportedAt, load?.BitsPerSecond ?? 0, load?.Connections ?? 0, load?.HitRatio ?? 0, load?.CacheBytes ?? 0, load?.Keys ?? []);
}

/// <summary>An edge of others to be; our own make themselves known.</summary>
internal sealed record EdgeDraft(
    [property: Example("cloudfront-eu")] string Name,
    [property: Example("https://d111111abcdef8.cloudfront.net/")] string Address,
    [property: Example("eu")] string Region,
    [property: Example("10000000000")] long Capacity,
    [property: Example("4")] double Cost,
    [property: Example("1")] double Weight,
    EdgeState State)
{
    public EdgeTerms ToTerms() => new(Region, Capacity, Cost, Weight, State);
}

/// <summary>Other terms for an edge.</summary>
internal sealed record EdgeTermsDraft(
    [property: Example("eu")] string Region,
    [property: Example("1000000000")] long Capacity,
    [property: Example("1")] double Cost,
    [property: Example("0.5")] double Weight,
    EdgeState State)
{
    public EdgeTerms ToTerms() => new(Region, Capacity, Cost, Weight, State);
}

/// <summary>Where a playback would go now.</summary>
/// <param name="Edges">The best first.</param>
/// <param name="Because">Why these.</param>
internal sealed record ChoiceView(IReadOnlyList<string> Edges, IReadOnlyList<string> Because);

internal sealed class EdgeDraftRules : AbstractValidator<EdgeDraft>
{
    public EdgeDraftRules()
    {
        RuleFor(d => d.Name).Must(EdgeServer.IsName).WithMessage("must be lower case letters, digits and hyphens");
        RuleFor(d => d.Address).Must(EdgeServer.IsAddress).WithMessage("must be an absolute address that ends in a slash");
        RuleFor(d => d.Region).Region();
        RuleFor(d => d.Capacity).Capacity();
        RuleFor(d => d.Cost).Cost();
        RuleFor(d => d.Weight).Weight();
    }
}

internal sealed class EdgeTermsDraftRules : AbstractValidator<EdgeTermsDraft>
{
    public EdgeTermsDraftRules()
    {
        RuleFor(d => d.Region).Region();
        RuleFor(d => d.Capacity).Capacity();
        RuleFor(d => d.Cost).Cost();
        RuleFor(d => d.Weight).Weight();
    }
}

file static class TermRules
{
    private const double Most = 1000;

    public static void Region<T>(this IRuleBuilder<T, string> rule) => rule.Must(EdgeServer.IsRegion).WithMessage("must be a short word, or empty");

    public static void Capacity<T>(this IRuleBuilder<T, long> rule) => rule.Must(c => c > 0).WithMessage("must be positive, in bits per second");

    public static void Cost<T>(this IRuleBuilder<T, double> rule) => rule.Must(c => c is > 0 and <= Most).WithMessage("must be above 0 and at most 1000");

    public static void Weight<T>(this IRuleBuilder<T, double> rule) => rule.Must(w => w is >= 0 and <= Most).WithMessage("must be 0 to 1000");
}
