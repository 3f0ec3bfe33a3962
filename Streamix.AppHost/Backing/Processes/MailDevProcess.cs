namespace Streamix.AppHost.Backing.Processes;

internal sealed class MailDevProcess(string name, string scripts) : EngineProcess(name, scripts, "smtp")
{
    public override ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"smtp://{Endpoint.Property(EndpointProperty.HostAndPort)}");
}
