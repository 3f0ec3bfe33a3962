using Microsoft.Net.Http.Headers;

namespace Streamix.Frontend.Pages.Builds;

/// <summary>A file of the built app with the compressed forms that lie beside it.</summary>
internal sealed record Asset(string Path, string ContentType, DateTimeOffset Changed, AssetForm Plain, AssetForm? Brotli, AssetForm? Gzip)
{
    public bool HasForms => Brotli is not null || Gzip is not null;
}

internal sealed record AssetForm(ReadOnlyMemory<byte> Content, EntityTagHeaderValue Tag);
