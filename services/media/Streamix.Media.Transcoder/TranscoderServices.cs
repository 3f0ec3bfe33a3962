using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Administration;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Progress;
using Streamix.Media.Transcoder.Queue;
using Streamix.Media.Transcoder.Storing;
using Streamix.Media.Transcoder.Workers;
using Streamix.Media.Transcoder.Workers.Steps;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Grpc;
using Streamix.ServiceDefaults.Storage;
using KeysClient = Streamix.Media.Contracts.Keys.V1.Keys.KeysClient;

namespace Streamix.Media.Transcoder;

internal static class TranscoderServices
{
    private static readonly TimeSpan KeyDeadline = TimeSpan.FromSeconds(5);

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.AddObjectStore();
        var services = builder.Services;
        services.AddOptions<TranscoderOptions>().BindConfiguration("Transcoder");
        services.AddServiceClient<AssetsClient>("media-catalog");
        services.AddGrpcServiceClient<KeysClient>("media-drm", KeyDeadline);
        // A presigned address is a secret while it lasts: no logger sees it.
        services.AddHttpClient(SourceFetcher.Client).RemoveAllLoggers();

        services.AddSingleton<TaskQueue>();
        services.AddSingleton<Fence>();
        services.AddSingleton<TaskOutcomes>();
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<ProgressReports>();
        services.AddSingleton<ProgressFeed>();
        services.AddScoped<JobDesk>();
        services.AddStoring();
        services.AddWorkers();
    }

    private static void AddStoring(this IServiceCollection services)
    {
        services.AddSingleton<RenditionBucket>();
        services.AddSingleton<WorkStore>();
        services.AddSingleton<PackageStore>();
        services.AddSingleton<Orphanage>();
        services.AddSingleton<Janitor>();
        services.AddHostedService(provider => provider.GetRequiredService<Janitor>());
    }

    private static void AddWorkers(this IServiceCollection services)
    {
        services.AddSingleton(WorkerName.New());
        services.AddPipeline();
        // What its tools leave behind when this process is killed goes with the rest of the replica's folder.
        services.AddOptions<PipelineOptions>().PostConfigure<WorkerName, IOptions<TranscoderOptions>>((pipeline, worker, own) =>
            pipeline.Scratch = Path.GetFullPath(Path.Combine(own.Value.Scratch, worker.Value, "cells")));
        services.AddSingleton<TranscoderMetrics>();
        services.AddSingleton<Scratch>();
        services.AddSingleton<SourceFetcher>();
        services.AddSingleton<SourceShelf>();
        services.AddSingleton<WorkRoom>();
        services.AddSingleton<ContentKeys>();
        services.AddSingleton<ITaskStep, PrepareStep>();
        services.AddSingleton<ITaskStep, ChunkStep>();
        services.AddSingleton<ITaskStep, AudioStep>();
        services.AddSingleton<ITaskStep, TextsStep>();
        services.AddSingleton<ITaskStep, FinishStep>();
        services.AddSingleton<Heart>();
        services.AddSingleton<TaskRunner>();
        services.AddHostedService<TranscodeWorker>();
    }
}
