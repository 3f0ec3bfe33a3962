using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>Objects in S3 itself: services need to know the region alone, the task's role signs for them.</summary>
internal sealed class S3Objects : IManagedService
{
    public void Add(CloudTemplate template, Resolver resolver, ManifestResource container)
    {
        resolver.AnswerConnectionsTo(container, CloudValue.Plain(Cfn.Sub("Region=${AWS::Region}")));
        resolver.Answer(container.Name, property => throw new AbsentInTheCloudException($"{container.Name}: use the connection string of the objects, S3 has no {property}"));
    }
}
