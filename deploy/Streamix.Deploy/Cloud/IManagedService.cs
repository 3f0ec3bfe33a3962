using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>A service of AWS that takes the place of a container of the graph.</summary>
internal interface IManagedService
{
    /// <summary>Adds its resources and answers for the container's bindings and connection string.</summary>
    void Add(CloudTemplate template, Resolver resolver, ManifestResource container);
}
