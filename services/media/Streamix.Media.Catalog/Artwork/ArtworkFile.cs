using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Artwork;

/// <summary>A picture for anybody, kept by every cache on the way.</summary>
internal sealed class ArtworkFile(string tag, Func<Task<Stream?>> open)
    : ImmutableFile(tag, PictureSet.ContentType, TimeSpan.FromDays(365), isPublic: true, open), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Produces(builder, PictureSet.ContentType);
}
