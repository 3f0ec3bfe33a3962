using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Profile.Avatars;

/// <summary>A picture for those of its account, kept by their browsers.</summary>
internal sealed class Picture(string tag, TimeSpan lifetime, Func<Task<Stream?>> open)
    : ImmutableFile(tag, AvatarSet.ContentType, lifetime, isPublic: false, open), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Produces(builder, AvatarSet.ContentType);
}
