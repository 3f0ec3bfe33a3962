using System.Text.Json.Serialization;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>A file on its way.</summary>
/// <param name="Id">The upload.</param>
/// <param name="AssetId">What becomes of it.</param>
/// <param name="TitleId">What it is for.</param>
/// <param name="State">How far it is.</param>
/// <param name="FileName">As its owner calls it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="PartBytes">Each part has this many but the last.</param>
/// <param name="PartCount">1 to 10,000.</param>
/// <param name="Checksum">How each part is checked besides its ETag.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="ExpiresAt">UTC; asking for addresses moves it.</param>
/// <param name="EndedAt">UTC; null while it goes on.</param>
/// <param name="Failure">Why it could not be completed.</param>
internal sealed record UploadView(
    Guid Id, Guid AssetId, Guid TitleId, UploadState State, string FileName, long Bytes, long PartBytes, int PartCount, PartChecksum Checksum,
    DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt, string? Failure)
{
    public static UploadView Of(Upload upload) => new(
        upload.Id, upload.AssetId, upload.TitleId, upload.State, upload.FileName, upload.Bytes, upload.PartBytes, upload.PartCount, upload.Checksum,
        upload.CreatedAt, upload.ExpiresAt, upload.EndedAt, upload.Failure);
}

/// <summary>An upload and where to send its first parts.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Urls">Empty when addresses take the checksums of their parts.</param>
internal sealed record StartedUpload(UploadView Upload, PartUrlPage Urls);

/// <summary>Addresses of parts.</summary>
/// <param name="Items">In the order of the parts.</param>
/// <param name="Next">Pass it as <c>after</c> for further ones; null after the last part.</param>
internal sealed record PartUrlPage(IReadOnlyList<PartUrlView> Items, int? Next);

/// <summary>Where to PUT a part.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Offset">Where it begins in the file.</param>
/// <param name="Bytes">Its exact size.</param>
/// <param name="Url">A secret while it lasts.</param>
/// <param name="Headers">To be sent with it, as they are signed.</param>
/// <param name="ExpiresAt">UTC; ask for another one after it.</param>
internal sealed record PartUrlView(int Number, long Offset, long Bytes, Uri Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt);

/// <summary>The parts that the store has.</summary>
/// <param name="Items">In order, <c>limit</c> of them.</param>
/// <param name="Next">Pass it as <c>after</c> for further ones; null after the last.</param>
/// <param name="Count">Of all that have arrived.</param>
/// <param name="Bytes">Of all that have arrived.</param>
/// <param name="Missing">What is still to be sent, or to be sent again because its size is wrong.</param>
internal sealed record ArrivedParts(IReadOnlyList<ArrivedPart> Items, int? Next, int Count, long Bytes, IReadOnlyList<PartRange> Missing);

/// <summary>A part in the store.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Bytes">Its size there.</param>
/// <param name="ETag">Without quotes.</param>
/// <param name="Checksum">Base64, when the upload has checksums.</param>
internal sealed record ArrivedPart(int Number, long Bytes, [property: JsonPropertyName("etag")] string ETag, string? Checksum);

/// <summary>Neighbouring parts.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
internal sealed record PartRange([property: Example("3")] int From, [property: Example("7")] int To);
