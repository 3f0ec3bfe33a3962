using System.Text.Json;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Objects;

/// <summary>What an object says about itself besides its specification.</summary>
internal sealed class ObjectAnnotations(InstanceRegistry instances)
{
    public const string Generation = "generation";

    public IReadOnlyDictionary<string, string> Of(ResourceInstance instance, string generation) => new Dictionary<string, string>
    {
        [Annotations.ResourceName] = instance.Resource.Name,
        [Annotations.OtelServiceName] = instance.Resource.Name,
        [Annotations.OtelServiceInstanceId] = instance.Name,
        [Annotations.ServiceProducer] = JsonSerializer.Serialize(instances.Served[instance.Resource].Select(e => e.Producer), DcpApi.Json),
        [Generation] = generation,
    };
}
