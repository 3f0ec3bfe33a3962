using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Which page; bind it with <c>[AsParameters]</c>.</summary>
/// <param name="Limit">Items per page, 1 to 100; 20 unless told.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record PageQuery(
    [property: Description("Items per page."), Example("20"), Range(1, PageQuery.Largest), DefaultValue(PageQuery.Usual)] int? Limit = null,
    [property: Description("The next of the page before."), Example("AZwbflMvwRfQ"), MaxLength(PageQuery.LongestCursor)] string? After = null)
{
    /// <summary>The largest page.</summary>
    public const int Largest = 100;

    /// <summary>Items per page unless told.</summary>
    public const int Usual = 20;

    internal const int LongestCursor = 1024;

    /// <summary>The number of items to read.</summary>
    /// <exception cref="ProblemException">400: out of bounds.</exception>
    public int Size => Limit switch
    {
        null => Usual,
        >= 1 and <= Largest => Limit.Value,
        _ => throw ProblemException.BadRequest("limit", $"must be between 1 and {Largest}"),
    };
}
