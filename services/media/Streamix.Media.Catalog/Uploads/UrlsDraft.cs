using FluentValidation;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>Which addresses are asked for: certain parts, or the next ones.</summary>
/// <param name="Parts">Certain parts, at most 1,000; with their checksums when the upload has checksums.</param>
/// <param name="After">Without <paramref name="Parts"/>: those after this one.</param>
/// <param name="Limit">Without <paramref name="Parts"/>: how many, 1 to 1,000.</param>
internal sealed record UrlsDraft(
    [property: Example("""[{"number":3},{"number":7}]""")] IReadOnlyList<PartDraft>? Parts = null,
    [property: Example("100")] int After = 0,
    [property: Example("100")] int Limit = UrlsDraft.Usual)
{
    public const int Usual = 100;
    public const int Most = 1000;
}

/// <summary>A part that is to be sent.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Checksum">Base64 of its CRC-32 (big-endian) or SHA-256.</param>
internal sealed record PartDraft([property: Example("3")] int Number, [property: Example("\"ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\"")] string? Checksum = null);

internal sealed class UrlsDraftRules : AbstractValidator<UrlsDraft>
{
    public UrlsDraftRules()
    {
        RuleFor(u => u.Parts).Must(p => p is null or { Count: >= 1 and <= UrlsDraft.Most }).WithMessage($"must be 1 to {UrlsDraft.Most} parts");
        RuleFor(u => u.After).GreaterThanOrEqualTo(0).WithMessage("must not be negative");
        RuleFor(u => u.Limit).InclusiveBetween(1, UrlsDraft.Most).WithMessage($"must be between 1 and {UrlsDraft.Most}");
    }
}
