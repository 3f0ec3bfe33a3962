using System.Text.Json;
using Microsoft.OpenApi;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Names the query's parameters as everything else in the API is named; they are bound whatever their case.</summary>
internal static class OperationQuery
{
    public static Task Apply(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Query) ?? [])
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name ?? "");
        return Task.CompletedTask;
    }
}
