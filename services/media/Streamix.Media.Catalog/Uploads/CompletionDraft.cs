using System.Text.Json.Serialization;
using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>What the client has sent, to be compared with what the store has.</summary>
/// <param name="Parts">All of them, in order.</param>
internal sealed record CompletionDraft(
    [property: Example("""[{"number":1,"etag":"9b2cf535f27731c974343645a3985328"}]""")] IReadOnlyList<PartClaim> Parts);

/// <summary>A part as its sender knows it.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="ETag">As the store answered it, with or without quotes: the MD5 of the part in hexadecimal digits.</param>
/// <param name="Checksum">Base64, when the upload has checksums.</param>
internal sealed record PartClaim(
    [property: Example("1")] int Number,
    [property: JsonPropertyName("etag"), Example("\"9b2cf535f27731c974343645a3985328\"")] string ETag,
    [property: Example("\"ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\"")] string? Checksum = null)
{
    public string BareETag => ETag.Trim('"');
}

internal sealed class CompletionDraftRules : AbstractValidator<CompletionDraft>
{
    public CompletionDraftRules() => RuleFor(c => c.Parts).Must(p => p.Count is >= 1 and <= IMultipartUploads.MostParts)
        .WithMessage($"must be 1 to {IMultipartUploads.MostParts} parts");
}
