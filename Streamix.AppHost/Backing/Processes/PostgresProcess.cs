namespace Streamix.AppHost.Backing.Processes;

internal sealed class PostgresProcess(string name, string scripts, ParameterResource password) : EngineProcess(name, scripts, "tcp")
{
    public override ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"Host={Endpoint.Property(EndpointProperty.Host)};Port={Endpoint.Property(EndpointProperty.Port)};Username=postgres;Password={password}");
}
