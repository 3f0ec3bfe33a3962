using FluentValidation;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Streamix.Media.Catalog.Assets;
using Streamix.Media.Catalog.Storing;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>A file that somebody wants to upload.</summary>
/// <param name="TitleId">The movie, episode or trailer it is for.</param>
/// <param name="FileName">As its owner calls it; only ever shown.</param>
/// <param name="Bytes">Its exact size.</param>
/// <param name="ContentType">Its media type; the content decides what it is.</param>
/// <param name="Checksum">How each part is checked besides its ETag. With one, addresses are asked for with the checksums of their parts.</param>
/// <param name="Protected">Whether its renditions are to be encrypted.</param>
/// <param name="Priority">0 to 9; higher is sooner.</param>
/// <param name="Markers">Intro, recap, credits and chapters, when they are known.</param>
internal sealed record UploadDraft(
    [property: Example("0197f3a2-6b1e-7cc3-9d40-5a1f6f0b7c11")] Guid TitleId,
    [property: Example("big-buck-bunny.mov")] string FileName,
    [property: Example("2147483648")] long Bytes,
    [property: Example("video/quicktime")] string ContentType = "application/octet-stream",
    PartChecksum Checksum = PartChecksum.None,
    [property: Example("true")] bool Protected = true,
    [property: Example("5")] int Priority = 5,
    [property: Example(MarkersDraft.Usual)] IReadOnlyList<MarkerDraft>? Markers = null);

internal sealed class UploadDraftRules : AbstractValidator<UploadDraft>
{
    public UploadDraftRules(IOptions<AssetOptions> options)
    {
        var largest = options.Value.LargestSource;
        RuleFor(u => u.FileName).Text(Asset.LongestFileName).OneLine();
        RuleFor(u => u.Bytes).InclusiveBetween(1, largest).WithMessage($"must be between 1 and {largest}");
        RuleFor(u => u.ContentType).Must(t => t.Length <= 100 && MediaTypeHeaderValue.TryParse(t, out _)).WithMessage("must be a media type such as video/mp4");
        RuleFor(u => u.Priority).InclusiveBetween(0, 9).WithMessage("must be between 0 and 9");
        RuleFor(u => u.Markers).Custom((markers, context) => MarkerRules.Check(markers ?? [], context));
    }
}
