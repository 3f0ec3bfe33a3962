namespace Streamix.LocalS3.Storage;

/// <summary>A stretch of an object: one immutable blob. Only multipart objects have several.</summary>
internal sealed record Segment(string Blob, long Size, string? Checksum = null);
