using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Title, security schemes and the one problem schema.</summary>
internal static class DocumentInfo
{
    public const string Bearer = "bearer";
    public const string Service = "service";
    public const string Problem = "Problem";

    public static Task Apply(OpenApiDocument document, ServiceIdentity identity)
    {
        document.Info = new() { Title = $"Streamix {identity.Name}", Version = "v1" };
        document.Servers?.Clear();
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "The access token of a user.",
        };
        document.Components.SecuritySchemes[Service] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = ServiceTokenHeader.Name, Description = "The token of a service, for internal routes.",
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas[Problem] = ProblemSchema();
        return Task.CompletedTask;
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457. errors tells what is wrong by field.",
        Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text("uri"),
            ["title"] = Text(),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text(),
            ["traceId"] = Text(),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text() },
            },
        },
        Examples = [new JsonObject
        {
            ["type"] = StatusTexts.Of(422).Type,
            ["title"] = StatusTexts.Of(422).Title,
            ["status"] = 422,
            ["detail"] = StatusTexts.Of(422).Detail,
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
            ["errors"] = new JsonObject { ["title"] = new JsonArray("must not be blank") },
        }],
    };

    private static OpenApiSchema Text(string? format = null) => new() { Type = JsonSchemaType.String, Format = format };
}
