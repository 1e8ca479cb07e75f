using System.Net;
using System.Runtime.InteropServices;
using Baton.CompilerServices;
using BuildInfo = Baton.Protocol.Service.V1.BatonServiceHelloRequest.Types.BuildInfo;
using OSInfo = Baton.Protocol.Service.V1.BatonServiceHelloRequest.Types.OSInfo;

namespace Baton.Service;

/// <summary>What runs, and on what. C1 refuses empty texts and those of more than 256 characters.</summary>
static class HostInfo
{
    const string Unknown = "unknown";
    const int MaxLength = 256;

    public static BuildInfo Build(ConnectorManifest manifest) => new()
    {
        LangVersion = Text(RuntimeInformation.FrameworkDescription, Unknown),
        Package = Text(manifest.Name, Unknown),
        PackageVersion = Text(manifest.Version, "0.0.0"),
    };

    public static OSInfo System()
    {
        var os = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var release = LinuxRelease.Read("/etc/os-release");
        var kernel = Text(FirstLine("/proc/sys/kernel/osrelease") ?? Environment.OSVersion.Version.ToString(), Unknown);
        var platform = Text(release.GetValueOrDefault("ID"), os);
        return new()
        {
            Hostname = Text(Dns.GetHostName(), Unknown),
            Os = os,
            Platform = platform,
            PlatformFamily = Text(release.GetValueOrDefault("ID_LIKE")?.Split(' ')[0], platform),
            PlatformVersion = Text(release.GetValueOrDefault("VERSION_ID"), kernel),
            KernelVersion = kernel,
            KernelArch = RuntimeInformation.OSArchitecture switch
            {
                Architecture.X64 => "x86_64",
                Architecture.Arm64 => "aarch64",
                var other => other.ToString().ToLowerInvariant(),
            },
            VirtualizationSystem = Virtualization(),
        };
    }

    static string Virtualization()
    {
        if (File.Exists("/.dockerenv"))
            return "docker";
        if (File.Exists("/run/.containerenv"))
            return "podman";
        if (Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST") is { Length: > 0 })
            return "kubernetes";
        return FirstLine("/sys/class/dmi/id/sys_vendor") switch
        {
            "QEMU" => "kvm",
            "VMware, Inc." => "vmware",
            "Xen" => "xen",
            _ => "none",
        };
    }

    static string? FirstLine(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadLines(file).FirstOrDefault() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // a locked-down container; there is a fallback for everything
        }
    }

    static string Text(string? text, string fallback) => text is { Length: > 0 } ? text[..Math.Min(text.Length, MaxLength)] : fallback;
}
