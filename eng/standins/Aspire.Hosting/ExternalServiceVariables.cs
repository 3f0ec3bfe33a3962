namespace Aspire.Hosting;

internal static class ExternalServiceVariables
{
    public static async Task AddAsync(EnvironmentCallbackContext context, ExternalServiceResource service)
    {
        var variables = context.EnvironmentVariables;
        var name = VariableName.Of(service.Name).ToUpperInvariant();
        if (service.Uri is { } uri)
        {
            variables[name] = uri.ToString();
            variables[$"services__{service.Name}__{uri.Scheme}__0"] = uri.ToString();
            return;
        }
        var parameter = service.UrlParameter!;
        if (context.ExecutionContext.IsPublishMode)
        {
            variables[$"services__{service.Name}__default__0"] = parameter;
            variables[name] = parameter;
            return;
        }
        var url = await parameter.GetValueAsync(context.CancellationToken).ConfigureAwait(false);
        if (ExternalServiceResource.Problem(url, out var valid) is { } problem)
            throw new DistributedApplicationException(
                $"The URL parameter '{parameter.Name}' for source resource '{service.Name}' is invalid while configuring target resource '{context.Resource.Name}': {problem}");
        variables[$"services__{service.Name}__{valid!.Scheme}__0"] = parameter;
        variables[$"{name}_{valid.Scheme.ToUpperInvariant()}"] = parameter;
    }
}
