namespace Aspire.Hosting;

internal static class KestrelSettings
{
    public static bool DefaultsToHttp2(IProjectMetadata metadata) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(Path.GetDirectoryName(metadata.ProjectPath)!, "appsettings.json"), optional: true)
        .Build()["Kestrel:EndpointDefaults:Protocols"] == "Http2";
}
