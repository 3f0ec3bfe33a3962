using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

namespace Streamix.Deploy.Cloud;

/// <summary>Outgoing mail by the SMTP endpoint of SES in the stack's region.</summary>
internal sealed class SesMail : IManagedService
{
    public void Add(CloudTemplate template, Resolver resolver, ManifestResource container) =>
        resolver.Answer(container.Name, property => property switch
        {
            _ when property.EndsWith(".scheme", StringComparison.Ordinal) => CloudValue.Plain("smtp+starttls"),
            _ when property.EndsWith(".hostAndPort", StringComparison.Ordinal) => CloudValue.Plain(Cfn.Sub("email-smtp.${AWS::Region}.amazonaws.com:587")),
            _ when property.EndsWith(".url", StringComparison.Ordinal) => CloudValue.Plain(Cfn.Sub("smtp+starttls://email-smtp.${AWS::Region}.amazonaws.com:587")),
            _ when property.EndsWith(".host", StringComparison.Ordinal) => CloudValue.Plain(Cfn.Sub("email-smtp.${AWS::Region}.amazonaws.com")),
            _ when property.EndsWith(".port", StringComparison.Ordinal) => CloudValue.Plain("587"),
            _ => throw new DeployException($"{container.Name}: SES has no {property}"),
        });
}
