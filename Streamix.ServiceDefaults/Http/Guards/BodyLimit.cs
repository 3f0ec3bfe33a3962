using Microsoft.AspNetCore.Http.Metadata;

namespace Streamix.ServiceDefaults.Http;

/// <summary>The size of bodies, per endpoint.</summary>
public static class BodyLimit
{
    /// <summary>At most this many bytes: 413 above.</summary>
    public static TBuilder WithBodyLimit<TBuilder>(this TBuilder builder, long bytes) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new SizeLimit(bytes));

    private sealed class SizeLimit(long bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => bytes;
    }
}
