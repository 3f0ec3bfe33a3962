namespace Aspire.Hosting.JavaScript;

/// <summary>Dockerfiles of apps that have none of their own.</summary>
internal static class Dockerfiles
{
    private const string Image = "node:22-slim";

    public static Task<string> Build(DockerfileFactoryContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var script = context.Resource.Annotations.OfType<JavaScriptBuildScriptAnnotation>().Last();
        return Task.FromResult($"{Install(context)}RUN npm run {string.Join(' ', [script.ScriptName, .. script.Args])}\n");
    }

    public static Task<string> Node(DockerfileFactoryContext context, string scriptPath, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult($"""
            {Install(context)}ENV NODE_ENV=production
            USER node
            ENTRYPOINT ["node","{scriptPath.Replace('\\', '/')}"]

            """);
    }

    private static string Install(DockerfileFactoryContext context)
    {
        var install = context.Resource.Annotations.OfType<JavaScriptInstallCommandAnnotation>().LastOrDefault();
        return install is null
            ? $"FROM {Image}\nWORKDIR /app\nCOPY . .\n"
            : $"FROM {Image}\nWORKDIR /app\nCOPY package*.json ./\nRUN --mount=type=cache,target=/root/.npm npm {string.Join(' ', install.Args)}\nCOPY . .\n";
    }
}
