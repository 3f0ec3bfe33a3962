namespace Streamix.AppHost.Clusters;

/// <summary>The worked example of the README. Part of the graph only with <c>--sample</c>; with a number, so many copies.</summary>
internal static class Sample
{
    public static void AddSample(this Platform platform)
    {
        if (!platform.Options.Includes("sample") || platform.Options.SampleCopies == 0) return;

        platform.AddService<Projects.Streamix_Sample_Notes>("sample-notes")
            .WithDatabase(platform)
            .WithBus(platform)
            .HoldsPersonalData(platform)
            .WithReplicas(platform.Options.SampleCopies);
    }
}
