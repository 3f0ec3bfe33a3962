namespace Streamix.ServiceDefaults.Http;

internal static class OpenApiDefaults
{
    public static void AddServiceOpenApi(this IServiceCollection services, ServiceIdentity identity) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) => DocumentInfo.Apply(document, identity));
        options.AddOperationTransformer((operation, context, _) => OperationProblems.Apply(operation, context));
        options.AddOperationTransformer((operation, context, _) => OperationSecurity.Apply(operation, context));
        options.AddOperationTransformer((operation, _, _) => OperationQuery.Apply(operation));
        options.AddOperationTransformer((operation, context, _) => OperationHeaders.Apply(operation, context));
        options.AddSchemaTransformer((schema, context, _) => TextSchemas.Apply(schema, context));
        options.AddSchemaTransformer((schema, context, _) => SchemaExamples.Apply(schema, context));
    });
}
