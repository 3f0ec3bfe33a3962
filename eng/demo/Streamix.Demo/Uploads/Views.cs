namespace Streamix.Demo.Uploads;

/// <summary>An upload as the API shows it.</summary>
internal sealed record UploadView(Guid Id, Guid AssetId, string State, string FileName, long Bytes, int PartCount);

internal sealed record StartedUpload(UploadView Upload, PartUrls Urls);

internal sealed record PartUrls(IReadOnlyList<PartUrl> Items, int? Next);

/// <summary>Where a part goes.</summary>
internal sealed record PartUrl(int Number, long Offset, long Bytes, Uri Url, IReadOnlyDictionary<string, string> Headers);

internal sealed record ArrivedParts(IReadOnlyList<ArrivedPart> Items, int? Next);

/// <summary>A part in the store; its tag is the MD5 of its bytes.</summary>
internal sealed record ArrivedPart(int Number, long Bytes, string Etag);

/// <summary>A part as the completion names it.</summary>
internal sealed record PartClaim(int Number, string Etag);

/// <summary>A file of a title and what became of it.</summary>
internal sealed record AssetView(Guid Id, string State, string? Reason, IReadOnlyList<TextView> Texts, AssetProgress? Progress);

internal sealed record TextView(string Language);

internal sealed record AssetProgress(string Stage, double Fraction);
