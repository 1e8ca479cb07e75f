using System.Globalization;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>Sizes that are small in every run, and large when somebody wants to know (docs/operating/service-mode.md, "What was tried").</summary>
static class Setting
{
    public static int Of(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
