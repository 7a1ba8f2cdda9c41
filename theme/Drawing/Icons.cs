namespace Toolkit.Theme.Drawing;

internal static class Icons
{
}
