import PostilPlugins
import Redact

PluginMain.run(RedactAnnotator())
